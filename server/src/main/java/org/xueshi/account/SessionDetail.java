package org.xueshi.account;

import java.util.List;

/**
 * Who is logged in.
 *
 * @param name the natural person
 * @param maskedLogin the masked document number
 * @param workspaces what he may act as
 * @param chosen the key of the workspace that fits the chosen kind of user
 */
record SessionDetail(String name, String maskedLogin, List<Workspace> workspaces, String chosen) {}
