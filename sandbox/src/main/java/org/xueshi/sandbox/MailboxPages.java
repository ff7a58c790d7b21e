package org.xueshi.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the mailbox looks like in a browser. */
final class MailboxPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final Pattern LINK = Pattern.compile("https?://[\\w\\-.~:/?#\\[\\]@!$&'()*+,;=%]*[\\w\\-/=]");

    private MailboxPages() {}

    static Html list(List<Mail> mails, String filter) {
        return page("沙箱邮箱", Html.of("""
                <form action="/">
                <label for="to">收件人</label>
                <input id="to" name="to" type="search" value="{}" placeholder="地址的一部分">
                <button>筛选</button>
                <a href="/">全部</a>
                </form>
                {}
                """, filter, mails.isEmpty() ? empty(filter) : table(mails)));
    }

    static Html mail(Mail mail) {
        return page(
                subject(mail),
                Html.of("""
                <p><a href="/">返回列表</a></p>
                <article class="sheet">
                <h2>{}</h2>
                <dl>
                <dt>收件人</dt><dd>{}</dd>
                <dt>发件人</dt><dd>{}</dd>
                <dt>时间</dt><dd>{}</dd>
                </dl>
                <pre>{}</pre>
                </article>
                """, subject(mail), mail.to(), mail.from(), time(mail.receivedAt()), linked(mail.text())));
    }

    static Html missing() {
        return page("没有这封邮件", Html.of("""
                <p class="sheet empty">没有这封邮件：它可能已被清空，或因邮件太多而被移除。<a href="/">返回列表</a></p>
                """));
    }

    private static Html page(String title, Html content) {
        return Html.of("""
                <!doctype html>
                <html lang="zh-CN">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{}</title>
                <link rel="stylesheet" href="/mailbox.css">
                </head>
                <body>
                <header><h1><a href="/">沙箱邮箱</a></h1></header>
                <main>
                {}
                </main>
                </body>
                </html>
                """, title, content);
    }

    private static Html empty(String filter) {
        return filter.isEmpty()
                ? Html.of("<p class=\"sheet empty\">还没有邮件。系统发出的邮件都会出现在这里，不会真正寄出。</p>")
                : Html.of("<p class=\"sheet empty\">没有寄给“{}”的邮件。</p>", filter);
    }

    private static Html table(List<Mail> mails) {
        return Html.of("""
                <p class="quiet">共 {} 封，最新的在前</p>
                <table class="sheet">
                <thead><tr><th class="time">时间</th><th>收件人</th><th>主题</th></tr></thead>
                <tbody>
                {}
                </tbody>
                </table>
                """, mails.size(), Html.all(mails.stream().map(MailboxPages::row)));
    }

    private static Html row(Mail mail) {
        return Html.of("""
                <tr><td class="time">{}</td><td class="to">{}</td><td class="subject"><a href="/mails/{}">{}</a></td></tr>
                """, time(mail.receivedAt()), mail.to(), mail.id(), subject(mail));
    }

    private static String subject(Mail mail) {
        return mail.subject().isBlank() ? "（无主题）" : mail.subject();
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** The text with its web addresses made links. */
    private static Html linked(String text) {
        List<MatchResult> links = LINK.matcher(text).results().toList();
        Stream.Builder<Html> pieces = Stream.builder();
        int from = 0;
        for (MatchResult link : links) {
            pieces.add(Html.of("{}", text.substring(from, link.start())));
            pieces.add(Html.of("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", link.group(), link.group()));
            from = link.end();
        }
        return Html.all(pieces.add(Html.of("{}", text.substring(from))).build());
    }
}
