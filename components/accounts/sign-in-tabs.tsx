import { getTranslations } from "next-intl/server";

type SignInTabsProps = { current: "staff" | "member"; returnTo: string | null };

const TAB =
  "grid min-h-11 place-items-center rounded-[8px] border border-transparent px-3 text-center font-semibold text-control text-ink2 hover:text-ink aria-[current=page]:border-line aria-[current=page]:bg-surface aria-[current=page]:text-ink aria-[current=page]:shadow-lift";

/** The two ways in: the team by password or link, members by a code. */
export async function SignInTabs({ current, returnTo }: SignInTabsProps) {
  const t = await getTranslations("accounts.signIn");
  const query = returnTo ? `?callbackUrl=${encodeURIComponent(returnTo)}` : "";
  return (
    <nav
      aria-label={t("ways")}
      className="grid grid-cols-2 gap-0.5 rounded-control border border-line bg-sunken p-0.5"
    >
      <a href={`/entrar${query}`} className={TAB} aria-current={current === "staff" ? "page" : undefined}>
        {t("staffTab")}
      </a>
      <a
        href={`/entrar/membro${query}`}
        className={TAB}
        aria-current={current === "member" ? "page" : undefined}
      >
        {t("memberTab")}
      </a>
    </nav>
  );
}
