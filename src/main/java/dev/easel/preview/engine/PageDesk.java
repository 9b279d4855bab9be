package dev.easel.preview.engine;

import com.sun.javafx.webkit.Accessor;
import com.sun.webkit.PolicyClient;
import com.sun.webkit.UIClient;
import com.sun.webkit.WebPage;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.web.WebEngine;
import org.jspecify.annotations.Nullable;

/// Takes over what WebView does on its own when a page asks for the desktop: choosing files, where
/// it opens a chooser that does not say who asks; printing, where it does nothing; and going to
/// another address, which it does without asking.
///
/// WebView offers no place for this, so two private fields of its page are set.
public final class PageDesk {
    private static final System.Logger LOG = System.getLogger(PageDesk.class.getName());

    private PageDesk() {}

    /// Answers for the desktop, inside the page's script; UI thread.
    public interface Asked {
        /// @param several whether the page takes more than one file
        /// @param types MIME types that the page names; may be empty
        /// @return absolute paths; empty when nothing was chosen
        List<String> chooseFiles(boolean several, List<String> types);

        /// The page called `print`.
        void print();
    }

    /// Begins to answer for one engine. Where this JavaFX does not let us in, choosers stay
    /// WebView's own, and going elsewhere is up to the network.
    ///
    /// @param mayGo whether the page itself, not a frame in it, may be replaced by what is at an
    ///   address; the address is empty when WebView cannot load its kind
    public static void attend(WebEngine engine, Asked asked, Predicate<String> mayGo) {
        try {
            WebPage page = Accessor.getPageFor(engine);
            Field field = field("uiClient");
            UIClient original = (UIClient) field.get(page);
            field.set(page, wrapped(original, asked));
            field("policyClient").set(page, policy(page, mayGo));
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            LOG.log(Level.WARNING, "File choosers of pages cannot say which page asks: " + e);
        }
    }

    private static Field field(String name) throws NoSuchFieldException {
        Field field = WebPage.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static PolicyClient policy(WebPage page, Predicate<String> mayGo) {
        return (PolicyClient)
                Proxy.newProxyInstance(
                        PolicyClient.class.getClassLoader(),
                        new Class<?>[] {PolicyClient.class},
                        (proxy, method, arguments) ->
                                !method.getName().equals("permitNavigateAction")
                                        || !arguments[0].equals(page.getMainFrame())
                                        || mayGo.test(text(arguments[1])));
    }

    private static String text(@Nullable Object url) {
        return url == null ? "" : url.toString();
    }

    private static UIClient wrapped(UIClient original, Asked asked) {
        return (UIClient)
                Proxy.newProxyInstance(
                        UIClient.class.getClassLoader(),
                        new Class<?>[] {UIClient.class},
                        (proxy, method, arguments) -> call(original, asked, method, arguments));
    }

    private static @Nullable Object call(
            UIClient original, Asked asked, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("chooseFile") && arguments != null) {
            return chooseFile(asked, (Boolean) arguments[1], (String) arguments[2]);
        }
        if (method.getName().equals("print")) {
            asked.print();
            return null;
        }
        try {
            return method.invoke(original, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /// Null is what WebKit takes for a cancelled chooser.
    private static String @Nullable [] chooseFile(
            Asked asked, boolean several, @Nullable String types) {
        List<String> named =
                Arrays.stream((types == null ? "" : types).split(","))
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .toList();
        List<String> files = asked.chooseFiles(several, named);
        return files.isEmpty() ? null : files.toArray(String[]::new);
    }
}
