/** Bringing a model file in: from a picker or a drop, to the new system or to the list of what is wrong. */
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWorkspace } from "@/api/scope";
import { useImportSystem } from "@/api/systems";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";
import { formatBytes } from "@/lib/text";

/** What the server takes; asking it about more would only cost the time of sending. */
const LARGEST = 5_000_000;

export interface Import {
  take: (file: File) => void;
  fileName: string;
  isReading: boolean;
  error: unknown;
  forget: () => void;
}

export function useImport(): Import {
  const workspace = useWorkspace().slug;
  const navigate = useNavigate();
  const reading = useImportSystem();
  const [fileName, setFileName] = useState("");
  const [tooLarge, setTooLarge] = useState<Error | null>(null);
  const take = (file: File) => {
    setFileName(file.name);
    reading.reset();
    const isTooLarge = file.size > LARGEST;
    setTooLarge(isTooLarge ? new Error(messages.home.importTooLarge(formatBytes(LARGEST))) : null);
    if (isTooLarge) return;
    reading.mutate(file, {
      onSuccess: (system) => {
        showToast(messages.home.imported(system.name));
        void navigate({ to: "/w/$workspace/systems/$system/picture", params: { workspace, system: system.id } });
      },
    });
  };
  const forget = () => {
    reading.reset();
    setTooLarge(null);
  };
  return { take, fileName, isReading: reading.isPending, error: tooLarge ?? reading.error, forget };
}
