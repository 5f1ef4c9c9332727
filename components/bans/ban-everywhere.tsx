import { getTranslations } from "next-intl/server";
import { Dialog } from "@/components/ui/dialog";
import { banMemberAction } from "@/lib/bans/actions";
import { BanForm } from "./ban-form";

type BanEverywhereProps = { slug: string; member: { id: string; name: string } };

/** Out of every community of the organization, with what that means. */
export async function BanEverywhere({ slug, member }: BanEverywhereProps) {
  const t = await getTranslations("bans");
  return (
    <Dialog
      title={t("banTitle", { name: member.name })}
      description={t("bodyEverywhere")}
      trigger={{ label: t("everywhere"), variant: "danger-quiet" }}
    >
      <BanForm action={banMemberAction.bind(null, slug)} memberId={member.id} />
    </Dialog>
  );
}
