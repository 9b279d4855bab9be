package dev.easel.generate;

/// Where nothing is plain: a line may mean anything until it is whole, so none is passed on early.
abstract sealed class WholeLineState implements ReplyState
        permits OpeningState, TailState, DoubtState, ThinkState, EditState {
    @Override
    public final boolean isPlain(CharSequence start) {
        return false;
    }

    @Override
    public final int certain(StringBuilder line, int from) {
        return from;
    }

    @Override
    public final void pass(CharSequence line, int from, int to) {
        throw new IllegalStateException("No line is plain here");
    }
}
