package dev.easel.preview;

import dev.easel.preview.dialog.Downloads;
import dev.easel.preview.dialog.Exits;
import dev.easel.preview.dialog.Gestures;
import dev.easel.preview.sandbox.PageWish;
import dev.easel.preview.share.SystemBrowser;
import java.util.concurrent.Executor;

/// Where a page's links to elsewhere and its files go. UI thread.
interface PageWishes {
    /// In a preview that nobody looks at, nothing is opened and nothing saved.
    PageWishes NOBODYS =
            new PageWishes() {
                @Override
                public boolean take(PageWish wish) {
                    return false;
                }

                @Override
                public void left(String url) {}

                @Override
                public void ended() {}
            };

    /// @return false when nothing comes of it
    boolean take(PageWish wish);

    /// The page was kept from going to an address.
    void left(String url);

    /// The page goes.
    void ended();

    /// Asks the user of the preview's window.
    ///
    /// @param background may block
    /// @param fx runs on the UI thread
    static PageWishes of(Preview preview, Executor background, Executor fx) {
        Gestures gestures = new Gestures(System::nanoTime);
        preview.viewProperty()
                .subscribe(view -> {
                    if (view != null) {
                        gestures.watch(view);
                    }
                });
        return new OfUser(
                gestures,
                new Exits(preview.dialogs(), SystemBrowser.ofThisSystem()::open, background, fx),
                new Downloads(preview.dialogs(), preview::call, background, fx));
    }

    /// Each after a question; addresses only after a gesture, or a page could ask without end.
    record OfUser(Gestures gestures, Exits exits, Downloads downloads) implements PageWishes {
        @Override
        public boolean take(PageWish wish) {
            switch (wish) {
                case PageWish.Ask ask -> {}
                case PageWish.Visit visit -> {
                    return gestures.use() && exits.visit(visit.address());
                }
                case PageWish.Offer offer -> downloads.offer(offer);
                case PageWish.Piece piece -> downloads.piece(piece);
            }
            return true;
        }

        @Override
        public void left(String url) {
            if (gestures.use()) {
                exits.visit(url);
            }
        }

        @Override
        public void ended() {
            downloads.end();
        }
    }
}
