import { Avatar } from "@/components/ui/avatar";
import { CommunityIcon } from "@/components/ui/community-icon";
import { HouseDrawing, houseParts } from "@/components/ui/house-drawing";
import { libraryPictures } from "@/components/ui/library-pictures";
import { Qr } from "@/components/ui/qr";
import { Row, Sample } from "./sample";

const emoji = ["🏃", "🏫", "🏋️", "🥗", "⛪", "🎵", "🐶", "🏢"];

export function PictureSamples() {
  return (
    <Sample id="pictures" title="Desenhos">
      <Row>
        {emoji.map((sign, tile) => (
          <CommunityIcon key={sign} picture={{ kind: "emoji", emoji: sign, tile }} />
        ))}
        {(["sm", "md", "lg", "xl"] as const).map((size) => (
          <CommunityIcon key={size} picture={{ kind: "emoji", emoji: "🏃", tile: 1 }} size={size} />
        ))}
      </Row>
      <Row>
        {Object.keys(libraryPictures).map((name, tile) => (
          <CommunityIcon key={name} picture={{ kind: "library", name, tile }} />
        ))}
      </Row>
      <Row>
        {["Ana Souza", "João Pedro Lima", "Marina", "5511 91234"].map((name) => (
          <Avatar key={name} name={name} />
        ))}
        <Avatar name="Corre Vila" size="lg" square />
      </Row>
      <Row>
        {houseParts.map((part) => (
          <HouseDrawing key={part} part={part} />
        ))}
      </Row>
      <Qr
        text="https://exemplo.com.br/join/abc"
        label="Convite para Corre Vila"
        className="size-40 border border-line"
      />
    </Sample>
  );
}
