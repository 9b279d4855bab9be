package dev.easel.preview.webgl;

import java.util.List;

/// One function of a WebGL context, as the specification's IDL has it.
///
/// @param version 1, or 2 when only WebGL 2 has it
/// @param required how many arguments a call must have
/// @param isPlain whether the table knows its arguments: no overloads
/// @param isVoid whether it answers nothing
/// @param arguments `i` 32-bit integer, `f` float, `b` boolean, `l` 64-bit integer, `s` string,
///   else the name of an interface (`?` behind it: may be null) or of a list
public record ApiFunction(
        String name,
        int version,
        int required,
        boolean isPlain,
        boolean isVoid,
        List<String> arguments) {}
