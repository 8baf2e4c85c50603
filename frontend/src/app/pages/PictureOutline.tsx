/** The outline of a system with the table of its assets, loaded when it is first asked for. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { Picture } from "@/api/picture";
import { useMay } from "@/api/scope";
import { Loading } from "@/components/Loading";

const Outline = lazy(() => import("@/features/systems/Outline"));
const AssetTable = lazy(() => import("@/features/assets/AssetTable"));
const FROM = "/w/$workspace/systems/$system/picture";

interface PictureOutlineProps {
  picture: Picture;
  shown: string | undefined;
  onOpen: (id: string | null) => void;
}

export function PictureOutline({ picture, shown, onOpen }: PictureOutlineProps) {
  const { list } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const mayEdit = useMay("edit_system");
  return (
    <Suspense fallback={<Loading />}>
      <Outline
        picture={picture}
        mayEdit={mayEdit}
        selected={shown}
        onOpen={onOpen}
        list={list}
        onList={(next) =>
          void navigate({ search: (search) => ({ ...search, view: "outline" as const, list: next }), replace: true })
        }
        assets={<AssetTable mayEdit={mayEdit} selected={shown} onOpen={onOpen} threads={picture.threads} />}
      />
    </Suspense>
  );
}
