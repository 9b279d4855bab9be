package dev.easel.history;

class InMemoryHistoryRepositoryTest extends HistoryRepositoryContract {
    @Override
    HistoryRepository create() {
        return new InMemoryHistoryRepository(new TickingClock());
    }
}
