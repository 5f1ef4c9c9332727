import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/ui/skip-link";
import { Brand } from "./brand";
import { SiteFooter } from "./site-footer";
import { StreetDrawing } from "./street-drawing";

type AuthShellProps = { title: ReactNode; description?: ReactNode; children: ReactNode; below?: ReactNode };

/** One task on one card, on the street of houses: sign in, sign up, accept an invitation. Plain links, so that it stays light. */
export async function AuthShell({ title, description, children, below }: AuthShellProps) {
  const t = await getTranslations("layout");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{t("skip")}</SkipLink>
      <header className="mx-auto w-full max-w-[440px] px-4 pt-8 sm:pt-14">
        <a href="/" className="inline-block rounded-control">
          <Brand />
        </a>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid w-full max-w-[440px] grow content-start px-4 pt-5 pb-12"
      >
        <StreetDrawing className="mx-auto -mb-px h-16 w-[86%]" />
        <div className="grid gap-5 rounded-card border border-line bg-surface p-5 shadow-lift sm:p-7">
          <div className="grid gap-1.5">
            <h1>{title}</h1>
            {description && <p className="text-ink2">{description}</p>}
          </div>
          {children}
        </div>
        {below && <div className="mt-5 text-center text-ink2">{below}</div>}
      </main>
      <SiteFooter />
    </div>
  );
}
