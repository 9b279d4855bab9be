package dev.easel.library;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The code of a bundled file made a module that finds its imports by address.
///
/// Only bundled files pass here, each of which a test loads; this is no parser for code of others.
///
/// @param code JavaScript: a module, CommonJS or UMD
/// @param names exports of CommonJS that cannot be seen in the code, with blanks between
record ModuleText(String code, String names) {
    /// An import or export statement begins a line or follows another statement.
    private static final Pattern MODULE =
            Pattern.compile(
                    "(?m)(?:^|[;}])\\s*+(?:export\\s*[{*]|export\\s+(?:default|const|let|var|function|class|async)\\b"
                            + "|import\\s*[{*\"']|import\\s+[\\w$]+[^'\"`;()]{0,2000}?\\bfrom\\s*[\"'])");

    private static final Pattern DEFAULT =
            Pattern.compile(
                    "\\bexport\\s+default\\b|\\bas\\s+default\\b|\\bexport\\s*\\{\\s*default\\b");

    private static final Pattern SPECIFIER =
            Pattern.compile(
                    "(\\b(?:import|export)\\b[^'\"`;()]{0,20000}?\\bfrom\\s*|\\bimport\\s*\\(?\\s*)"
                            + "([\"'])([^\"'\\s]+)\\2");

    private static final Pattern EXPORTS =
            Pattern.compile(
                    "\\bexports\\.([A-Za-z_$][\\w$]*)\\s*=(?!=)"
                            + "|defineProperty\\(exports,\\s*[\"']([A-Za-z_$][\\w$]*)[\"']");

    private static final Pattern REQUIRE = Pattern.compile("\\brequire\\([\"']([^\"']+)[\"']\\)");

    /// Names that `export {}` may not declare, and those that the wrapper handles itself.
    private static final Set<String> RESERVED =
            Set.of(
                    "",
                    "default",
                    "__esModule",
                    "delete",
                    "function",
                    "new",
                    "import",
                    "export",
                    "in");

    boolean isModule() {
        return MODULE.matcher(code).find();
    }

    boolean hasDefault() {
        return !isModule() || DEFAULT.matcher(code).find();
    }

    /// What the imports of a module are.
    interface Imports {
        /// What an imported name becomes.
        String address(String specifier);

        /// Whether the name leads to something that is there; UMD files ask for much that is not,
        /// such as `fs`, and then do without.
        boolean has(String specifier);
    }

    String linked(Imports imports) {
        return isModule() ? rewritten(imports) : wrapped(imports);
    }

    private String rewritten(Imports imports) {
        return SPECIFIER
                .matcher(code)
                .replaceAll(m ->
                        Matcher.quoteReplacement(
                                m.group(1)
                                        + m.group(2)
                                        + imports.address(m.group(3))
                                        + m.group(2)));
    }

    /// CommonJS and UMD run inside a function that gives them `module`, `exports` and `require`.
    private String wrapped(Imports imports) {
        Set<String> required = matches(REQUIRE, new LinkedHashSet<>());
        required.removeIf(name -> !imports.has(name));
        StringBuilder statements = new StringBuilder();
        StringBuilder table = new StringBuilder();
        for (String name : required) {
            String variable = "$r" + statements.length();
            statements.append("import * as ").append(variable).append(" from \"");
            statements.append(imports.address(name)).append("\";\n");
            table.append('"').append(name).append("\": ").append(variable).append(", ");
        }
        return statements
                + "const $required = {"
                + table
                + "};\n"
                + "const $require = name => $required[name].default ?? $required[name];\n"
                + "const $module = {exports: {}};\n"
                + "(function (module, exports, require, process, global, define) {\n"
                + code
                + "\n}).call($module.exports, $module, $module.exports, $require,"
                + " {env: {NODE_ENV: \"production\"}}, globalThis);\n"
                + "const $exports = $module.exports;\n"
                + "export default $exports;\n"
                + exports();
    }

    private String exports() {
        Set<String> all = matches(EXPORTS, new TreeSet<>());
        all.addAll(List.of(names.split(" ")));
        all.removeAll(RESERVED);
        return all.isEmpty()
                ? ""
                : all.stream()
                                .map(n -> n + ": $x_" + n)
                                .collect(Collectors.joining(", ", "const {", "} = $exports;\n"))
                        + all.stream()
                                .map(n -> "$x_" + n + " as " + n)
                                .collect(Collectors.joining(", ", "export {", "};\n"));
    }

    private Set<String> matches(Pattern pattern, Set<String> into) {
        pattern.matcher(code).results().map(ModuleText::group).forEach(into::add);
        return into;
    }

    private static String group(MatchResult m) {
        return m.group(1) != null || m.groupCount() < 2 ? m.group(1) : m.group(2);
    }
}
