import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { Finding, Treatment } from "@/api/types";
import { ControlList } from "@/components/ControlList";
import { shown } from "@/components/testing";
import { ControlTreatment, standingOf } from "./ControlTreatment";
import { Lowered } from "./Lowered";

const PLANNED = {
  id: "t1",
  control: "rate-limits",
  title: "Limit rate and spend",
  factor: "challenge",
  state: "planned",
  owner: "Platform",
  due: "2030-01-31",
  verified_until: null,
  evidence: "",
  version: 3,
} as Treatment;

function open(treatment?: Treatment, isDisabled = false) {
  const set = vi.fn();
  const remove = vi.fn();
  shown(
    <ControlTreatment
      title="Limit rate and spend"
      treatment={treatment}
      isDisabled={isDisabled}
      onSet={set}
      onRemove={remove}
    />,
  );
  return { set, remove };
}

const button = (name: string) => screen.getByRole("button", { name });

it("plans a control that nobody has recorded yet, with one press", async () => {
  const { set } = open();
  await userEvent.click(button("Plan"));
  expect(set).toHaveBeenCalledExactlyOnceWith({ state: "planned" });
  expect(screen.queryByLabelText("Who sees to it")).toBeNull();
});

it("shows how far a control is, and says nothing when it is there already", async () => {
  const { set } = open(PLANNED);
  expect(button("Plan").getAttribute("aria-pressed")).toBe("true");
  expect(button("In place").getAttribute("aria-pressed")).toBe("false");
  await userEvent.click(button("Plan"));
  expect(set).not.toHaveBeenCalled();
  await userEvent.click(button("In place"));
  expect(set).toHaveBeenCalledExactlyOnceWith({ state: "in_place" });
});

it("is verified only with the evidence and the day until which that holds", async () => {
  const { set } = open({ ...PLANNED, state: "in_place" });
  await userEvent.click(button("Verified"));
  expect(set).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText(/How was it verified/), " Ten tries. ");
  expect(button("It is verified")).toHaveProperty("disabled", true);
  fireEvent.change(screen.getByLabelText(/Holds until/), { target: { value: "2030-06-30" } });
  await userEvent.click(button("It is verified"));
  expect(set).toHaveBeenCalledExactlyOnceWith({
    state: "verified",
    evidence: "Ten tries.",
    verified_until: "2030-06-30",
  });
});

it("saves who sees to it and by when, and takes it away", async () => {
  const { set, remove } = open(PLANNED);
  await userEvent.type(screen.getByLabelText("Who sees to it"), " team{Tab}");
  expect(set).toHaveBeenCalledWith({ owner: "Platform team" });
  fireEvent.change(screen.getByLabelText("Due"), { target: { value: "" } });
  expect(set).toHaveBeenCalledWith({ due: null });
  await userEvent.click(button("Not treated with this"));
  expect(remove).toHaveBeenCalledOnce();
});

it("offers who may not decide no deed, and still shows what is recorded", () => {
  open(PLANNED, true);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByText("Planned")).toBeDefined();
});

it("says of a verification that its day has passed", () => {
  const verified = { ...PLANNED, state: "verified", verified_until: "2030-01-31" } as Treatment;
  expect(standingOf(verified, "2030-01-31")).toBe("Verified, until 2030-01-31");
  expect(standingOf(verified, "2030-02-01")).toBe("Verified, which held until 2030-01-31");
});

it("stands under its control, beside what that does to each side", () => {
  const control = {
    slug: "rate-limits",
    title: "Limit rate and spend",
    effect_on_adversarial: "helps",
    effect_on_unintended: "hurts",
    effect_reason: "",
    factor: "challenge",
    verification: "",
  };
  const { container } = shown(<ControlList controls={[control]} below={({ slug }) => <em>{slug}</em>} />);
  expect(container.querySelector("li em")?.textContent).toBe("rate-limits");
});

it("says on a suggestion because of which treatments it stands lower", () => {
  const text = "“Limit rate and spend” is in place on Refund agent (T-12)";
  const treated = [{ text, control: "rate-limits", title: "", state: "in_place", finding: "T-12" }];
  const { container } = shown(<Lowered finding={{ trace: { treated } } as unknown as Finding} />);
  expect(container.textContent).toContain(`Lower because ${text}`);
});
