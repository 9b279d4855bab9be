package dev.easel.project;

/// What a run cost by the price that held when it ended; later prices do not change it.
///
/// @param nanoUsd billionths of a US dollar: a token at 0.10 dollars a million costs 100
/// @param price the price in words, with its source and date
public record Cost(long nanoUsd, String price) {}
