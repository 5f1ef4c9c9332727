import { getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { Mail } from "@/lib/platform/mail/mail";

type OutboxListProps = { mails: readonly (Mail & { at: Date })[]; locale: Locale };

const URL_IN_TEXT = /(https?:\/\/\S+)/;

/** Mails as their text says them, with links to follow. */
export async function OutboxList({ mails, locale }: OutboxListProps) {
  const t = await getTranslations("accounts.outbox");
  return (
    <ol className="grid gap-4">
      {mails.map(({ id, to, subject, text, at }) => (
        <li key={id}>
          <article
            data-testid="outbox-mail"
            data-to={to}
            data-code={/^\d{6}$/m.exec(text)?.[0]}
            className="grid gap-3 rounded-card border border-line bg-surface p-4 sm:p-5"
          >
            <header className="grid gap-0.5">
              <h2 className="break-words text-h3">{subject}</h2>
              <p className="break-words text-ink2 text-meta">
                {t("to")}: {to} · {t("at")} {formatDateTime(at, { locale, zone: "UTC" })} UTC
              </p>
            </header>
            <p className="whitespace-pre-wrap break-words [overflow-wrap:anywhere]">
              {text.split(URL_IN_TEXT).map((part) =>
                URL_IN_TEXT.test(part) ? (
                  <a key={part} href={part} className="link">
                    {part}
                  </a>
                ) : (
                  part
                ),
              )}
            </p>
          </article>
        </li>
      ))}
    </ol>
  );
}
