package org.xueshi.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the database who acts, once in a transaction, just before its first write. The settings end with the transaction, so a
 * pooled connection never carries somebody else's name.
 */
class ActingListener implements ExecuteListener {

    private static final String TOLD = ActingListener.class.getName();

    @Override
    public void prepareStart(ExecuteContext context) {
        if (context.type() == ExecuteType.READ
                || !TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.hasResource(TOLD)) {
            return;
        }
        Acting acting = Acting.now();
        if (acting == null) {
            return;
        }
        TransactionSynchronizationManager.bindResource(TOLD, acting);
        TransactionSynchronizationManager.registerSynchronization(new ForgetAtTheEnd());
        try {
            tell(context, acting);
        } catch (SQLException e) {
            context.sqlException(e);
        }
    }

    private static void tell(ExecuteContext context, Acting acting) throws SQLException {
        try (PreparedStatement statement = context.connection().prepareStatement("""
                select set_config('xueshi.actor', ?, true), set_config('xueshi.account', ?, true),
                       set_config('xueshi.role', ?, true), set_config('xueshi.organization', ?, true),
                       set_config('xueshi.request', ?, true), set_config('xueshi.address', ?, true)
                """)) {
            Caller caller = acting.caller();
            statement.setString(1, acting.actor());
            statement.setString(2, caller == null ? "" : Long.toString(caller.accountId()));
            statement.setString(3, caller == null ? "" : caller.role().name());
            statement.setString(4, caller == null ? "" : orEmpty(caller.organizationId()));
            statement.setString(5, orEmpty(acting.request()));
            statement.setString(6, orEmpty(acting.address()));
            statement.execute();
        }
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static final class ForgetAtTheEnd implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(TOLD);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TOLD);
        }
    }
}
