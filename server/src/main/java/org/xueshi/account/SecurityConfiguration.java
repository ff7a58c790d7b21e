package org.xueshi.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.ProblemWriter;
import org.xueshi.platform.Refused;
import org.xueshi.vault.Vault;

/**
 * One lean filter chain without server-side sessions. Which endpoint answers whom is said at the endpoint; what is no endpoint and
 * no page is denied here.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            // Element Plus places popups and sizes columns by style attributes; style elements stay forbidden.
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "frame-src 'self' blob:",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'");

    @Bean
    SecurityFilterChain gate(
            HttpSecurity http,
            Cookies cookies,
            Sessions sessions,
            GateStates states,
            Vault vault,
            ProblemWriter problems) {
        return http.sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Forged requests: SameSite=Strict cookies and OriginFilter.
                .csrf(csrf -> csrf.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .anonymous(anonymous -> anonymous.disable())
                .addFilterBefore(new OriginFilter(problems), AuthorizationFilter.class)
                .addFilterBefore(new SessionFilter(cookies, sessions, states, vault), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        // Endpoints say themselves whom they answer (AccessInterceptor); pages and their parts are
                        // public.
                        .requestMatchers(
                                "/api/**", "/", "/index.html", "/assets/**", "/favicon.svg", "/robots.txt", "/error")
                        .permitAll()
                        .requestMatchers(
                                request -> "GET".equals(request.getMethod()) && isPage(request.getRequestURI()))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, failed) ->
                                problems.write(new Refused(CommonProblem.NOT_FOUND), response))
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(new Refused(CommonProblem.NOT_FOUND), response)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .frameOptions(frames -> frames.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(
                                transport -> transport.includeSubDomains(true).maxAgeInSeconds(31_536_000))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()"))
                        .cacheControl(cache -> {}))
                .build();
    }

    /** A path of the single-page application: words without a dot. */
    private static boolean isPage(String path) {
        return path.matches("/[A-Za-z0-9/_-]*");
    }

    /** Each of the chain's filters would be timed at every request, at a cost that shows; the whole request is timed anyway. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** There are no users but the accounts; this keeps the framework from inventing one with a password in the log. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("Accounts are looked up by the gate");
        };
    }
}
