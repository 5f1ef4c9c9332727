import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Sign } from "@/components/ui/sign";
import { monitorSign, moonSign, sunSign } from "@/components/ui/signs";
import { localeNames, locales } from "@/lib/platform/i18n/locales";
import { chooseLocale, chooseTheme } from "@/lib/platform/preferences/actions";
import { themeCookie, themeFrom, themes } from "@/lib/platform/preferences/theme";

const themeSigns = { system: monitorSign, light: sunSign, dark: moonSign } as const;

/** Theme and language as plain forms: they work before and without script. */
export async function Preferences({ className }: { className?: string }) {
  const t = await getTranslations("layout");
  const locale = await getLocale();
  const theme = themeFrom((await cookies()).get(themeCookie)?.value);
  return (
    <div className={cx("grid gap-3", className)}>
      <form action={chooseTheme}>
        <Segments label={t("theme.label")}>
          {themes.map((choice) => (
            <Segment key={choice} name="theme" value={choice} chosen={choice === theme}>
              <Sign of={themeSigns[choice]} size={16} />
              {t(`theme.${choice}`)}
            </Segment>
          ))}
        </Segments>
      </form>
      <form action={chooseLocale}>
        <Segments label={t("language")}>
          {locales.map((choice) => (
            <Segment key={choice} name="locale" value={choice} chosen={choice === locale} lang={choice}>
              {localeNames[choice]}
            </Segment>
          ))}
        </Segments>
      </form>
    </div>
  );
}

function Segments({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium text-ink2 text-meta">{label}</legend>
      <div className="grid auto-cols-fr grid-flow-col gap-0.5 rounded-control border border-line bg-sunken p-0.5">
        {children}
      </div>
    </fieldset>
  );
}

type SegmentProps = { name: string; value: string; chosen: boolean; lang?: string; children: ReactNode };

function Segment({ chosen, children, ...rest }: SegmentProps) {
  return (
    <button
      type="submit"
      aria-pressed={chosen}
      className="inline-flex min-h-8 items-center justify-center gap-1.5 rounded-[8px] border border-transparent px-2 font-medium text-ink2 text-meta transition-colors duration-120 hover:text-ink aria-pressed:border-line aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-lift"
      {...rest}
    >
      {children}
    </button>
  );
}
