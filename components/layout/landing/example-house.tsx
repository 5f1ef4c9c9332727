import { Plus } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { CommunityIcon } from "@/components/ui/community-icon";
import { Icon } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import { ExampleRoom } from "./example-room";
import { Roof } from "./roof";

const rooms = [
  { key: "beginners", value: 861 },
  { key: "sunday", value: 974 },
  { key: "marathon", value: 1024 },
  { key: "food", value: 318 },
  { key: "trail", value: 225 },
  { key: "rides", value: 80 },
] as const;

/** The whole idea in one picture: roof = community, hall = announcement group, rooms = groups filling from the floor. */
export async function ExampleHouse({ className }: { className?: string }) {
  const t = await getTranslations("site.house");
  const locale = await getLocale();
  return (
    <figure className={className}>
      <div className="mb-3 flex items-center gap-3 px-1">
        <CommunityIcon picture={{ kind: "emoji", emoji: "🏃", tile: 1 }} />
        <div className="grid leading-snug">
          <strong className="font-bold font-display text-lead">{t("name")}</strong>
          <span className="text-ink2 text-meta">{t("about")}</span>
        </div>
      </div>
      <Roof />
      <div className="grid grid-cols-2 gap-2.5 rounded-b-[16px] border-2 border-telha border-t-0 bg-surface p-3 sm:grid-cols-4 sm:p-3.5">
        <div className="col-span-full grid items-center gap-x-6 gap-y-2 rounded-control bg-telha-soft px-4 py-3 sm:grid-cols-[1fr_220px]">
          <div className="grid">
            <strong className="font-semibold">{t("hall")}</strong>
            <span className="text-ink2 text-meta">{t("hallNote")}</span>
          </div>
          <Meter label={t("hall")} value={3482} max={5000} bare />
        </div>
        {rooms.map((room, index) => (
          <ExampleRoom
            key={room.key}
            name={t(`rooms.${room.key}`)}
            value={room.value}
            order={index}
            locale={locale}
          />
        ))}
        <span className="flex min-h-24 items-center justify-center gap-1.5 rounded-control border border-line-strong border-dashed p-3 text-center font-medium text-control text-ink2">
          <Icon of={Plus} size={16} />
          {t("create")}
        </span>
        <span className="grid min-h-24 place-items-center text-balance rounded-control border border-line border-dashed p-3 text-center text-ink2 text-meta">
          {t("more")}
        </span>
      </div>
      <figcaption className="mt-3 px-1 text-caption text-ink2">{t("caption")}</figcaption>
    </figure>
  );
}
