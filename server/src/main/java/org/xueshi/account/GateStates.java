package org.xueshi.account;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Each node's memory of accounts: a request costs no database access while its account is remembered. A change on any node is
 * noticed within seconds ({@link RevocationWatch}).
 */
@Component
class GateStates {

    private final LoadingCache<Long, Optional<GateState>> remembered;

    GateStates(AccountStore store) {
        this.remembered = Caffeine.newBuilder()
                .maximumSize(200_000)
                .expireAfterWrite(Duration.ofMinutes(2))
                .build(store::state);
    }

    Optional<GateState> of(long accountId) {
        return remembered.get(accountId);
    }

    void forget(long accountId) {
        remembered.invalidate(accountId);
    }
}
