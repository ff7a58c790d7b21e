package org.xueshi.message;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.xueshi.person.People;
import org.xueshi.person.RegistrationDecided;
import org.xueshi.platform.Acting;
import org.xueshi.review.ReviewStep;
import org.xueshi.review.StepOutcome;

/** S4: 单位审核通过后，系统会发送相对应的邮件通知您. A moment later is soon enough, so it is told by event. */
@Component
class RegistrationMail {

    private final Messages messages;
    private final People people;

    RegistrationMail(Messages messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    @ApplicationModuleListener
    void on(RegistrationDecided decided) {
        Acting.run("registration-mail", () -> {
            if (decided.accepted()) {
                messages.tellAndMail(decided.personId(), "注册审核通过", "您的注册申请已由所在单位审核通过，现在可以登录系统。", "/home");
            } else {
                messages.tellAndMail(
                        decided.personId(),
                        "注册申请被退回",
                        "您的注册申请已被所在单位退回。\n退回理由：%s\n\n请在登录页面下方点击“注册审核进度查询”，修改后重新提交。"
                                .formatted(reason(decided.personId())),
                        null);
            }
        });
    }

    private String reason(long personId) {
        return people.progress(personId).stream()
                .flatMap(progress -> progress.steps().stream())
                .filter(step -> step.outcome() == StepOutcome.SENT_BACK)
                .reduce((earlier, later) -> later)
                .map(ReviewStep::reason)
                .orElse("");
    }
}
