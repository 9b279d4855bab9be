package dev.easel.welcome;

/// A model server that was found on this computer.
///
/// @param name of the program, e.g. `Ollama`
/// @param address e.g. `http://localhost:11434/v1`
/// @param models how many it lists
public record FoundServer(String name, String address, int models) {}
