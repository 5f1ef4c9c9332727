"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import Cropper from "react-easy-crop";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type CropDialogProps = { src: string; onDone: (crop: string) => void };

/** Chooses the square of a picture: drag or arrow keys move it, the slider or a pinch brings it nearer. */
export function CropDialog({ src, onDone }: CropDialogProps) {
  const t = useTranslations("members.form");
  const [place, setPlace] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [crop, setCrop] = useState("");
  return (
    <Dialog title={t("cropTitle")} description={t("cropHint")} open onClose={() => onDone(crop)}>
      <div className="relative h-72 overflow-hidden rounded-control bg-sunken">
        <Cropper
          image={src}
          crop={place}
          zoom={zoom}
          aspect={1}
          cropShape="round"
          showGrid={false}
          onCropChange={setPlace}
          onZoomChange={setZoom}
          onCropAreaChange={({ x, y, width, height }) =>
            setCrop([x, y, width, height].map((part) => part.toFixed(3)).join(","))
          }
          cropperProps={{ "aria-label": t("cropArea") }}
        />
      </div>
      <label className="grid gap-1.5 font-semibold text-control">
        {t("zoom")}
        <input
          type="range"
          min={1}
          max={4}
          step={0.05}
          value={zoom}
          onChange={(event) => setZoom(Number(event.target.value))}
          className="w-full accent-porta"
        />
      </label>
      <Button variant="primary" onClick={() => onDone(crop)}>
        {t("cropDone")}
      </Button>
    </Dialog>
  );
}
