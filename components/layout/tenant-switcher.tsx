import { Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { PopoverPanel } from "./popover-panel";

export type TenantChoice = { slug: string; name: string };

type TenantSwitcherProps = { id: string; tenant: TenantChoice; tenants: readonly TenantChoice[] };

/** Which aldeia one is in, and the way to the others. */
export async function TenantSwitcher({ id, tenant, tenants }: TenantSwitcherProps) {
  const t = await getTranslations("layout");
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="flex min-h-11 w-full items-center gap-2.5 rounded-control border border-line bg-surface px-2 text-left transition-colors duration-120 hover:border-line-strong"
      >
        <Avatar name={tenant.name} size="sm" square />
        <span className="min-w-0 grow truncate font-semibold text-control">
          <span className="sr-only">{t("tenant.current")} </span>
          {tenant.name}
        </span>
        <Icon of={ChevronsUpDown} size={16} className="shrink-0 text-ink3" />
      </button>
      <PopoverPanel id={id} label={t("tenant.choose")} className="panel panel-top w-64">
        <ul className="grid gap-0.5">
          {tenants.map((choice) => (
            <li key={choice.slug}>
              <Link
                href={`/t/${choice.slug}`}
                aria-current={choice.slug === tenant.slug ? "true" : undefined}
                className="panel-item"
              >
                <Avatar name={choice.name} size="sm" square />
                <span className="min-w-0 grow truncate">{choice.name}</span>
                {choice.slug === tenant.slug && <Icon of={Check} size={16} className="text-porta" />}
              </Link>
            </li>
          ))}
        </ul>
      </PopoverPanel>
    </>
  );
}
