package dev.easel.library;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the imports of a bundled module absolute, as the linking CDNs do.
final class ModuleImports {
    /// Only bundled files pass here: their import statements begin a line or follow a `}`.
    private static final Pattern SPECIFIER =
            Pattern.compile("(?m)(^\\s*import\\s*|^[^/*\\n]*\\bfrom\\s*)(['\"])([^'\"]+)\\2");

    private ModuleImports() {}

    static String rewrite(String code, ModuleLinks.Rewritten module) {
        String name = module.address().name().replaceFirst("^npm:", "");
        return SPECIFIER
                .matcher(code)
                .replaceAll(m ->
                        Matcher.quoteReplacement(
                                m.group(1)
                                        + m.group(2)
                                        + target(m.group(3), name, module)
                                        + m.group(2)));
    }

    private static String target(String specifier, String name, ModuleLinks.Rewritten module) {
        CdnAddress address = module.address();
        if (specifier.equals(name)) {
            return address.base() + module.main();
        }
        if (specifier.startsWith(name + "/")) {
            return address.of(specifier.substring(name.length() + 1));
        }
        return specifier.startsWith("./") || specifier.startsWith("../")
                ? address.of(
                        URI.create("/" + module.folder()).resolve(specifier).getPath().substring(1))
                : specifier;
    }
}
