/** The name of the system that the page is in, for its title. */
import { useSystemScope } from "@/api/scope";
import { useSystem } from "@/api/systems";

export const useSystemName = (): string | undefined => useSystem(useSystemScope().system).data?.name;
