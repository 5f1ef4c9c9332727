"use client";
import dynamic from "next/dynamic";
import { useUiTexts } from "./ui-texts";

const Sonner = dynamic(() => import("sonner").then((sonner) => sonner.Toaster), { ssr: false });

/** The place where toasts appear; every shell has one. */
export function Toaster() {
  const texts = useUiTexts();
  return (
    <Sonner
      containerAriaLabel={texts.notices}
      position="bottom-center"
      offset={24}
      mobileOffset={{ bottom: 76 }}
      style={{ fontFamily: "inherit" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-card border border-line bg-surface px-4 py-3 text-control text-ink shadow-float sm:w-[356px]",
          title: "font-medium",
          success: "[&>[data-icon]]:text-mata",
          error: "[&>[data-icon]]:text-urucum",
          info: "[&>[data-icon]]:text-ceu",
          actionButton:
            "ml-auto shrink-0 rounded-chip px-2 py-1 font-semibold text-porta hover:bg-porta-soft",
        },
      }}
    />
  );
}
