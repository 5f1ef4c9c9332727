"use client";

type ToastAction = { label: string; run: () => void };

/** Says something in passing. The toast library is fetched on first use, so pages without toasts do not carry it. */
export function showToast(
  message: string,
  kind: "success" | "error" | "info" = "success",
  action?: ToastAction,
): void {
  import("sonner").then(({ toast }) => {
    const keyboard = document.querySelector(":focus-visible") !== null;
    toast[kind](message, {
      duration: action && keyboard ? Number.POSITIVE_INFINITY : 10_000,
      ...(action ? { action: { label: action.label, onClick: action.run } } : {}),
    });
  }, ignoreMissing);
}

/** Without connection the library may not arrive; the page itself shows the outcome too. */
function ignoreMissing(): undefined {
  return undefined;
}
