package dev.easel.preview.sandbox;

import java.util.List;

/// What a page gave to `console.table`.
///
/// @param columns headings; the first is that of the row names
/// @param rows as many cells as there are columns
/// @param more rows that were left out
public record ConsoleTable(List<String> columns, List<List<String>> rows, long more) {}
