/** Whether live news come in: null until the first connection is made or has failed. */
import { createContext, useContext } from "react";

export const LiveContext = createContext<boolean | null>(null);

export const useLiveness = (): boolean | null => useContext(LiveContext);
