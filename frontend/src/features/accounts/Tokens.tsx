/** API tokens: the list, and making one, which is shown once. */
import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { asProblem } from "@/api/problems";
import type { ApiToken } from "@/api/types";
import { useCreateToken, useRevokeToken, useTokens } from "@/api/workspaces";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import form from "@/components/form.module.css";
import { Loaded } from "@/components/Loaded";
import { Moment } from "@/components/Moment";
import { Rows } from "@/components/Rows";
import { Secret } from "@/components/Secret";
import { messages } from "@/lib/messages";

const words = messages.account;
const COLUMNS = [
  { title: messages.common.name },
  { title: words.tokenAccess },
  { title: words.owner, isWide: true },
  { title: words.expires, isWide: true },
  { title: messages.home.actions, isUnseen: true },
];
const ACCESS = Object.entries(words.access).map(([value, label]) => ({ value, label }));
const USUAL_DAYS = 90;

export function Tokens() {
  return (
    <>
      <NewToken />
      <Loaded query={useTokens()}>{(tokens) => <TokenList tokens={tokens} />}</Loaded>
    </>
  );
}

function NewToken() {
  const create = useCreateToken();
  const [name, setName] = useState("");
  const [access, setAccess] = useState<"read" | "write">("read");
  const [days, setDays] = useState(USUAL_DAYS);
  const problem = asProblem(create.error);
  const submit = () =>
    create.mutate({ name: name.trim(), access, expires_in_days: days }, { onSuccess: () => setName("") });
  return (
    <>
      <form className={form.inline} action={submit}>
        <AskBeforeLeaving isOn={!create.isPending && name !== ""} />
        <TextInput
          label={words.tokenName}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problem?.of("name")}
        />
        <Select
          label={words.tokenAccess}
          data={ACCESS}
          value={access}
          onChange={(value) => setAccess(value as "read" | "write")}
          w={160}
        />
        <NumberInput
          label={words.tokenDays}
          size="sm"
          min={1}
          value={days}
          onChange={(value) => setDays(Number(value) || USUAL_DAYS)}
          error={problem?.of("expires_in_days")}
          w={170}
        />
        <Button type="submit" loading={create.isPending} disabled={!name.trim()}>
          {words.newToken}
        </Button>
      </form>
      {create.data?.token ? <Secret text={create.data.token} about={words.tokenOnce} /> : null}
    </>
  );
}

function TokenList({ tokens }: { tokens: ApiToken[] }) {
  const revoke = useRevokeToken();
  if (tokens.length === 0) return <p className={form.note}>{words.noTokens}</p>;
  return (
    <Rows columns={COLUMNS} label={words.tokens}>
      {tokens.map((token) => (
        <tr key={token.id}>
          <td>{token.name}</td>
          <td>{words.access[token.access]}</td>
          <td data-wide>{token.person}</td>
          <td data-wide>{token.expires_at ? <Moment at={token.expires_at} /> : null}</td>
          <td data-number>
            <Button variant="subtle" onClick={() => revoke.mutate(token.id)}>
              {words.revoke}
            </Button>
          </td>
        </tr>
      ))}
    </Rows>
  );
}
