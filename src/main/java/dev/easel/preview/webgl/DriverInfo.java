package dev.easel.preview.webgl;

/// The driver, for people.
///
/// @param name its own words, e.g. `ANGLE (Mesa, llvmpipe ...)`; empty while none was needed; else
///   why there is none
/// @param isThere whether contexts can be made
/// @param contexts alive now
public record DriverInfo(String name, boolean isThere, int contexts) {}
