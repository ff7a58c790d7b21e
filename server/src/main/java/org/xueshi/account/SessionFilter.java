package org.xueshi.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xueshi.platform.Caller;
import org.xueshi.vault.Vault;

/**
 * Turns the session cookie and the chosen workspace into the {@link Caller} of the request. A request that names no workspace gets
 * the first one; one that names a workspace it does not hold gets none.
 */
class SessionFilter extends OncePerRequestFilter {

    static final String COOKIE = "session";
    static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);
    private static final String WORKSPACE_HEADER = "Xueshi-Workspace";
    private static final String WORKSPACE_PARAMETER = "workspace";

    private final Cookies cookies;
    private final Sessions sessions;
    private final GateStates states;
    private final Vault vault;

    SessionFilter(Cookies cookies, Sessions sessions, GateStates states, Vault vault) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.states = states;
        this.vault = vault;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SessionCookie.decode(cookies.read(request, COOKIE), vault)
                .ifPresent(presented -> admit(request, response, presented));
        chain.doFilter(request, response);
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, SessionCookie presented) {
        Optional<SessionCookie> standing = sessions.check(presented);
        if (standing.isEmpty()) {
            cookies.write(response, COOKIE, "", Duration.ZERO);
            return;
        }
        if (!standing.get().checkedAt().equals(presented.checkedAt())) {
            cookies.write(response, COOKIE, standing.get().encode(vault), UNTIL_CLOSED);
        }
        request.setAttribute(COOKIE, standing.get());
        states.of(presented.accountId())
                .flatMap(state -> state.workspace(workspace(request)).map(chosen -> chosen.caller(state)))
                .ifPresent(SessionFilter::authenticate);
    }

    private static void authenticate(Caller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
        SecurityContextHolder.setContext(context);
    }

    /** The header; for links that a browser opens by itself, the parameter. */
    private static @Nullable String workspace(HttpServletRequest request) {
        String header = request.getHeader(WORKSPACE_HEADER);
        return header != null ? header : request.getParameter(WORKSPACE_PARAMETER);
    }
}
