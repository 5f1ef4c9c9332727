import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Draw } from "@/lib/blocks/types";
import { CheckDraw } from "./check-draw";

/** What was published of a draw, in the order in which it was. */
export async function DrawRecord({ draw }: { draw: Draw }) {
  const t = await getTranslations("blocks.draw");
  const { secretHash, entriesHash, secret, tickets, winners, winningTickets } = draw;
  return (
    <div className="grid gap-5">
      <p className="text-meta">{t("intro")}</p>
      <dl className="grid gap-3">
        <Published name={t("secretHash")}>{secretHash}</Published>
        <Published name={t("entriesHash")}>{entriesHash ?? t("notYet")}</Published>
        <Published name={t("secret")}>{secret ?? t("notYet")}</Published>
      </dl>
      {winningTickets.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-h3">{t("winning")}</h2>
          <ol className="grid list-decimal gap-1 pl-6 font-semibold">
            {winningTickets.map((ticket) => (
              <li key={ticket}>
                <code>{ticket}</code>
              </li>
            ))}
          </ol>
        </section>
      )}
      {secret && entriesHash && (
        <CheckDraw
          draw={{ secret, secretHash, entriesHash, tickets, winners, winningTickets }}
          texts={{
            check: t("check"),
            right: t("right"),
            secret: t("wrong", { what: t("wrongSecret") }),
            entries: t("wrong", { what: t("wrongEntries") }),
            winners: t("wrong", { what: t("wrongWinners") }),
          }}
        />
      )}
      {tickets.length > 0 && (
        <details>
          <summary className="link min-h-11 cursor-pointer">
            {t("tickets", { count: tickets.length })}
          </summary>
          <ul className="mt-2 grid max-h-80 grid-cols-2 gap-x-4 overflow-y-auto text-meta sm:grid-cols-3">
            {tickets.map((ticket) => (
              <li key={ticket}>
                <code>{ticket}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="text-ink2 text-meta">{t("how")}</p>
    </div>
  );
}

function Published({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-ink2 text-meta">{name}</dt>
      <dd>
        <code className="break-all text-meta">{children}</code>
      </dd>
    </div>
  );
}
