import { ChevronsUpDown } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { AccountPanel } from "./account-panel";
import { PopoverPanel } from "./popover-panel";

export type Viewer = {
  name: string;
  email: string;
  /** The role in words, already translated. */
  role?: string;
  signOutHref: string;
  profileHref?: string;
};

export async function AccountMenu({ viewer }: { viewer: Viewer }) {
  const t = await getTranslations("layout");
  return (
    <>
      <button
        type="button"
        popoverTarget="account"
        className="flex min-h-12 w-full items-center gap-2.5 rounded-control border border-transparent px-2 text-left transition-colors duration-120 hover:bg-line/50"
      >
        <Avatar name={viewer.name} size="sm" />
        <span className="grid min-w-0 grow leading-tight">
          <span className="sr-only">{t("account.open")} </span>
          <span className="truncate font-semibold text-control">{viewer.name}</span>
          {viewer.role && <span className="truncate text-caption text-ink2">{viewer.role}</span>}
        </span>
        <Icon of={ChevronsUpDown} size={16} className="shrink-0 text-ink3" />
      </button>
      <PopoverPanel id="account" label={t("account.label")} className="panel panel-bottom w-80">
        <AccountPanel viewer={viewer} />
      </PopoverPanel>
    </>
  );
}
