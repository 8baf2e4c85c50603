/** Every address of the browser app. Pages load when they are first visited. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { Loading } from "@/components/Loading";
import { Root } from "@/app/Root";
import { Crash, NowhereAtAll } from "@/app/Fallbacks";
import { word, oneOf } from "@/app/search";
import type { ControlFilter, EntryFilter } from "@/api/catalogue";
import type { FindingStatus } from "@/api/types";
import { type Source, SOURCES } from "@/lib/lens";

const STATUSES: readonly FindingStatus[] = ["suggested", "open", "treating", "resolved", "dismissed", "accepted"];
const FUNCTIONS = ["avoid", "resist", "detect", "limit", "recover"] as const;
const CONTROL_KINDS = ["preventive", "detective", "corrective", "governance"] as const;

interface PictureSearch {
  view?: "outline" | "canvas";
  /** Which table of the outline; without one it is the tree. */
  list?: "elements" | "flows" | "boundaries" | "assets";
  show?: string;
  attribute?: string;
  path?: string;
}

const root = createRootRoute({ component: Root, notFoundComponent: NowhereAtAll });

const chooser = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("@/app/pages/ChooserPage"), "ChooserPage"),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: "/invite/$secret",
  component: lazyRouteComponent(() => import("@/app/pages/InvitePage"), "InvitePage"),
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: "/w/$workspace",
  component: lazyRouteComponent(() => import("@/app/shell/WorkspaceFrame"), "WorkspaceFrame"),
});

const home = createRoute({
  getParentRoute: () => workspace,
  path: "/",
  component: lazyRouteComponent(() => import("@/app/pages/HomePage"), "HomePage"),
});

const systems = createRoute({
  getParentRoute: () => workspace,
  path: "/systems",
  validateSearch: (search): { q?: string } => ({ q: word(search.q) }),
  component: lazyRouteComponent(() => import("@/app/pages/SystemsPage"), "SystemsPage"),
});

const catalogue = createRoute({
  getParentRoute: () => workspace,
  path: "/catalogue",
  validateSearch: (search): EntryFilter => ({
    q: word(search.q),
    source: oneOf(SOURCES, search.source),
    family: word(search.family),
    kind: word(search.kind),
    harms: word(search.harms),
    reference: word(search.reference),
    standing: word(search.standing),
  }),
  component: lazyRouteComponent(() => import("@/app/pages/CataloguePage"), "CataloguePage"),
});

const entry = createRoute({
  getParentRoute: () => workspace,
  path: "/catalogue/$slug",
  component: lazyRouteComponent(() => import("@/app/pages/EntryPage"), "EntryPage"),
});

const changeEntry = createRoute({
  getParentRoute: () => workspace,
  path: "/catalogue/$slug/change",
  component: lazyRouteComponent(() => import("@/app/pages/EntryFormPages"), "ChangeEntryPage"),
});

const newEntry = createRoute({
  getParentRoute: () => workspace,
  path: "/new-entry",
  component: lazyRouteComponent(() => import("@/app/pages/EntryFormPages"), "NewEntryPage"),
});

const controls = createRoute({
  getParentRoute: () => workspace,
  path: "/controls",
  validateSearch: (search): ControlFilter => ({
    q: word(search.q),
    function: oneOf(FUNCTIONS, search.function),
    kind: oneOf(CONTROL_KINDS, search.kind),
    hurts: oneOf([...SOURCES, "either"] as const, search.hurts),
    reference: word(search.reference),
    standing: word(search.standing),
  }),
  component: lazyRouteComponent(() => import("@/app/pages/ControlsPage"), "ControlsPage"),
});

const control = createRoute({
  getParentRoute: () => workspace,
  path: "/controls/$slug",
  component: lazyRouteComponent(() => import("@/app/pages/ControlPage"), "ControlPage"),
});

const changeControl = createRoute({
  getParentRoute: () => workspace,
  path: "/controls/$slug/change",
  component: lazyRouteComponent(() => import("@/app/pages/ControlFormPages"), "ChangeControlPage"),
});

const newControl = createRoute({
  getParentRoute: () => workspace,
  path: "/new-control",
  component: lazyRouteComponent(() => import("@/app/pages/ControlFormPages"), "NewControlPage"),
});

const packs = createRoute({
  getParentRoute: () => workspace,
  path: "/packs",
  component: lazyRouteComponent(() => import("@/app/pages/PacksPage"), "PacksPage"),
});

const settings = createRoute({
  getParentRoute: () => workspace,
  path: "/settings",
  component: lazyRouteComponent(() => import("@/app/pages/SettingsPage"), "SettingsPage"),
});

const system = createRoute({
  getParentRoute: () => workspace,
  path: "/systems/$system",
  component: lazyRouteComponent(() => import("@/app/pages/SystemFrame"), "SystemFrame"),
});

const systemStart = createRoute({
  getParentRoute: () => system,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/w/$workspace/systems/$system/picture", params, replace: true });
  },
});

interface PictureSearch {
  view?: "outline" | "canvas";
  diagram?: string;
  show?: string;
  attribute?: string;
  path?: string;
}

const picture = createRoute({
  getParentRoute: () => system,
  path: "/picture",
  validateSearch: (search): PictureSearch => ({
    view: oneOf(["outline", "canvas"] as const, search.view),
    diagram: word(search.diagram),
    list: oneOf(["elements", "flows", "boundaries", "assets"] as const, search.list),
    show: word(search.show),
    attribute: word(search.attribute),
    path: word(search.path),
  }),
  component: lazyRouteComponent(() => import("@/app/pages/PicturePage"), "PicturePage"),
});

const stake = createRoute({
  getParentRoute: () => system,
  path: "/stake",
  validateSearch: (search): { show?: string } => ({ show: word(search.show) }),
  component: lazyRouteComponent(() => import("@/app/pages/StakePage"), "StakePage"),
});

const suggestions = createRoute({
  getParentRoute: () => system,
  path: "/suggestions",
  validateSearch: (
    search,
  ): { target?: string; certainty?: "certain" | "possible"; outdated?: true; show?: string } => ({
    target: word(search.target),
    certainty: oneOf(["certain", "possible"] as const, search.certainty),
    outdated: search.outdated === true || undefined,
    show: word(search.show),
  }),
  component: lazyRouteComponent(() => import("@/app/pages/SuggestionsPage"), "SuggestionsPage"),
});

const findings = createRoute({
  getParentRoute: () => system,
  path: "/findings",
  validateSearch: (search): { q?: string; status?: FindingStatus; source?: Source; target?: string } => ({
    q: word(search.q),
    status: oneOf(STATUSES, search.status),
    source: oneOf(SOURCES, search.source),
    target: word(search.target),
  }),
  component: lazyRouteComponent(() => import("@/app/pages/FindingsPage"), "FindingsPage"),
});

const finding = createRoute({ getParentRoute: () => findings, path: "/$finding" });

const reports = createRoute({
  getParentRoute: () => system,
  path: "/reports",
  component: lazyRouteComponent(() => import("@/app/pages/ReportsPage"), "ReportsPage"),
});

const history = createRoute({
  getParentRoute: () => system,
  path: "/history",
  validateSearch: (search): { version?: string; later?: string } => ({
    version: word(search.version),
    later: word(search.later),
  }),
  component: lazyRouteComponent(() => import("@/app/pages/HistoryPage"), "HistoryPage"),
});

const tree = root.addChildren([
  chooser,
  invite,
  workspace.addChildren([
    home,
    systems,
    catalogue,
    entry,
    changeEntry,
    newEntry,
    controls,
    control,
    changeControl,
    newControl,
    packs,
    settings,
    system.addChildren([systemStart, picture, stake, suggestions, findings.addChildren([finding]), reports, history]),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: "intent",
  defaultPendingComponent: Loading,
  defaultErrorComponent: Crash,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
