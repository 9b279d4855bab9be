package dev.easel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The directions between packages; design.md gives the reasons.
@AnalyzeClasses(packages = "dev.easel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.easel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyDependsOnApp =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.easel.app..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.easel.app..");

    @ArchTest
    static final ArchRule projectIsPlainJava =
            classes()
                    .that()
                    .resideInAPackage("dev.easel.project..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage("dev.easel.project..", "java..", "org.jspecify.."));

    @ArchTest
    static final ArchRule onlyViewsKnowScenes =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.easel.ui..", "dev.easel.app..", "dev.easel.preview..")
                    .and(DescribedPredicate.not(isPartOf("View", "Cell", "Dialog")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule viewModelsNeverSeeViews =
            noClasses()
                    .that(isPartOf("ViewModel"))
                    .should()
                    .dependOnClassesThat(isPartOf("View", "Cell", "Dialog"));

    @ArchTest
    static final ArchRule javafxInternalsStayInEngine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.easel.preview.engine..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("com.sun..")
                                    .and(
                                            DescribedPredicate.not(
                                                    resideInAnyPackage(
                                                            // Exported parts of the JDK itself.
                                                            "com.sun.net.httpserver..",
                                                            "com.sun.management.."))));

    @ArchTest
    static final ArchRule lwjglStaysInGl =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.easel.preview.webgl.gl..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.lwjgl..");

    @ArchTest
    static final ArchRule genaiStaysInGemini =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.easel.provider.gemini..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.google.genai..");

    @ArchTest
    static final ArchRule jdbcStaysInSqlite =
            noClasses()
                    .that(DescribedPredicate.not(startsWith("Sqlite")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.sql..");

    @ArchTest
    static final ArchRule oneWayToTheUiThread =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.easel.ui.FxExecutor")
                    .and()
                    .resideOutsideOfPackage("dev.easel.preview.engine..")
                    .should()
                    .callMethod(javafx.application.Platform.class, "runLater", Runnable.class);

    /// What "0 requests left this computer" rests on.
    @ArchTest
    static final ArchRule onlyTheCacheConnectsForPages =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.easel.preview..", "dev.easel.library..", "dev.easel.settings..")
                    .and()
                    .resideOutsideOfPackage("dev.easel.library.cache..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("okhttp3..", "okio..", "java.net.http..")
                                    .or(JavaClass.Predicates.assignableTo(java.net.Socket.class))
                                    .or(
                                            JavaClass.Predicates.assignableTo(
                                                    java.nio.channels.SocketChannel.class)));

    private static DescribedPredicate<JavaClass> isPartOf(String... endings) {
        return DescribedPredicate.describe(
                "*" + String.join(", *", endings),
                c -> {
                    String top = topLevelName(c);
                    return java.util.Arrays.stream(endings).anyMatch(top::endsWith)
                            && c.getPackageName().startsWith("dev.easel");
                });
    }

    private static DescribedPredicate<JavaClass> startsWith(String prefix) {
        return DescribedPredicate.describe(prefix + "*", c -> topLevelName(c).startsWith(prefix));
    }

    private static String topLevelName(JavaClass c) {
        if (c.isArray()) {
            return topLevelName(c.getBaseComponentType());
        }
        if (c.isPrimitive()) {
            return c.getName();
        }
        String name = c.getName().substring(c.getPackageName().length() + 1);
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }
}
