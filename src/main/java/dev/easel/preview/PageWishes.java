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
                public void take(PageWish wish) {}

                @Override
                public void left(String url) {}

                @Override
                public void ended() {}
            };

    void take(PageWish wish);

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
                preview,
                gestures,
                new Exits(preview.dialogs(), SystemBrowser.ofThisSystem()::open, background, fx),
                new Downloads(preview.dialogs(), preview::call, background, fx));
    }

    /// Each after a question; addresses only after a gesture, or a page could ask without end.
    record OfUser(Preview preview, Gestures gestures, Exits exits, Downloads downloads)
            implements PageWishes {
        @Override
        public void take(PageWish wish) {
            switch (wish) {
                case PageWish.Ask ask -> {}
                case PageWish.Visit visit -> visit(visit);
                case PageWish.Offer offer -> downloads.offer(offer);
                case PageWish.Piece piece -> downloads.piece(piece);
            }
        }

        private void visit(PageWish.Visit visit) {
            if (gestures.use()) {
                exits.visit(visit);
            } else {
                preview.refused(visit.address(), "Only a click of yours opens other addresses");
            }
        }

        @Override
        public void left(String url) {
            if (gestures.use()) {
                exits.visit(new PageWish.Visit(url));
            }
        }

        @Override
        public void ended() {
            downloads.end();
        }
    }
}
