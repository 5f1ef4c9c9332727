import { DoorOpen, EyeOff, Lightbulb, Megaphone, ShieldCheck, Workflow } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";

const features = [
  { key: "announce", icon: Megaphone, tile: "bg-tile-1", wide: true },
  { key: "answers", icon: Lightbulb, tile: "bg-tile-2", wide: false },
  { key: "privacy", icon: EyeOff, tile: "bg-tile-7", wide: false },
  { key: "overflow", icon: Workflow, tile: "bg-tile-4", wide: false },
  { key: "doors", icon: DoorOpen, tile: "bg-tile-3", wide: false },
  { key: "proof", icon: ShieldCheck, tile: "bg-tile-6", wide: true },
] as const;

export async function Features() {
  const t = await getTranslations("site.features");
  return (
    <section aria-labelledby="features" className="grid gap-6">
      <h2 id="features" className="text-h1">
        {t("title")}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {features.map(({ key, icon, tile, wide }) => (
          <li
            key={key}
            className={cx(
              "grid content-start gap-3 rounded-card border border-line bg-surface p-5",
              wide && "lg:col-span-2",
            )}
          >
            <span className={cx("grid size-10 place-items-center rounded-[22%]", tile)}>
              <Icon of={icon} />
            </span>
            <div className="grid gap-1.5">
              <h3>{t(`items.${key}.title`)}</h3>
              <p className="max-w-[56ch] text-ink2">{t(`items.${key}.body`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
