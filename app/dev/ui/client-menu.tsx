"use client";
import { Menu, MenuItem } from "@/components/ui/menu";
import { showToast } from "@/components/ui/show-toast";

/** A menu whose entries act in the page itself. */
export function ClientMenu() {
  const undo = { label: "Desfazer", run: () => showToast("Desfeito", "info") };
  return (
    <Menu label="Mais ações" text align="start">
      <MenuItem onSelect={() => showToast("Enviando em 10 s", "info", undo)}>Enviar com desfazer</MenuItem>
      <MenuItem onSelect={() => showToast("O envio falhou", "error")}>Mostrar erro</MenuItem>
      <MenuItem disabled onSelect={() => undefined}>
        Indisponível
      </MenuItem>
    </Menu>
  );
}
