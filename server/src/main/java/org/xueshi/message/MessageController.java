package org.xueshi.message;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.platform.Role;

/** 查看信息: the learner's box. */
@RestController
class MessageController {

    private final Messages messages;

    MessageController(Messages messages) {
        this.messages = messages;
    }

    @Access(Role.LEARNER)
    @GetMapping("/api/me/messages")
    Page<Message> messages(Caller caller, PageQuery page) {
        return messages.box(caller.person(), page);
    }

    @Access(Role.LEARNER)
    @GetMapping("/api/me/messages/unread")
    Unread unread(Caller caller) {
        return new Unread(messages.unread(caller.person()));
    }

    /** Opens a message: from now on it is read. */
    @Access(Role.LEARNER)
    @PostMapping("/api/me/messages/{id}/reading")
    Message open(Caller caller, @PathVariable long id) {
        return messages.open(caller.person(), id);
    }

    /** How many are unread, counted to a hundred. */
    record Unread(int count) {}
}
