package org.xueshi.person;

import java.util.List;
import org.xueshi.policy.RegistrationRule;

/**
 * What a registration asks.
 *
 * @param employer the chosen employer's name
 * @param schemes the schemes one comes under
 * @param fields what is asked besides name, document and contact
 */
record RegistrationForm(String employer, List<String> schemes, List<RegistrationRule.Asked> fields) {}
