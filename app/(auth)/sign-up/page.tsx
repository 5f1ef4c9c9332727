import { permanentRedirect } from "next/navigation";

export default function SignUpAlias(): never {
  permanentRedirect("/criar-conta");
}
