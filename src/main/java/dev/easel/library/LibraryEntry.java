package dev.easel.library;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry of `libraries.json`: a package that pages name, and what of it is bundled.
///
/// @param names what addresses call it: `npm:three`, `cdnjs:three.js`, `gh:mrdoob/three.js`
/// @param versions version to the folder of the bundle: `npm/<dependency in
///   packaging/web/package.json>` or `maven/<folder of the artifact in the pom>`
/// @param keep which files of the package are bundled, as glob patterns
/// @param script the file of an address that names only the package; may be empty
/// @param module the same where the CDN serves modules; CommonJS is wrapped; may be empty
/// @param aliases file or folder (with `/`) of an address to file or folder of the package
/// @param places folders to look into for a path that is not there as it is
/// @param needs the versions of other bundled packages that its modules want
/// @param exports names, with blanks between, that its CommonJS module gives and that cannot be
///   seen in its code
/// @param usage how a model shall load it, with `{version}`; empty when it is not to be recommended
/// @param licence SPDX name, where the package itself does not say
@JsonIgnoreProperties("about")
public record LibraryEntry(
        List<String> names,
        Map<String, String> versions,
        List<String> keep,
        String script,
        String module,
        Map<String, String> aliases,
        List<String> places,
        Map<String, String> needs,
        String exports,
        String usage,
        String licence) {

    /// Fields that the table leaves out are empty.
    public LibraryEntry {
        names = List.copyOf(names);
        keep = orEmpty(keep);
        script = orEmpty(script);
        module = orEmpty(module);
        versions = orEmpty(versions);
        aliases = orEmpty(aliases);
        places = orEmpty(places);
        needs = orEmpty(needs);
        exports = orEmpty(exports);
        usage = orEmpty(usage);
        licence = orEmpty(licence);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /// Keeps the order, in which aliases are tried.
    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null
                ? Map.of()
                : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /// The package's npm name.
    String npmName() {
        return names.stream()
                .filter(n -> n.startsWith("npm:"))
                .findFirst()
                .orElse(names.getFirst())
                .replaceFirst("^\\w+:", "");
    }

    List<BundledLibrary> libraries() {
        return versions.entrySet().stream()
                .map(v -> new BundledLibrary(this, v.getKey(), v.getValue()))
                .toList();
    }
}
