// Lets people see the password that they type. Without it the pages work just the same.
for (const input of document.querySelectorAll('input[type="password"]')) {
  const button = document.createElement("button");
  const say = () => {
    const shown = input.type === "text";
    button.textContent = shown ? "Hide" : "Show";
    button.setAttribute("aria-label", shown ? "Hide password" : "Show password");
  };
  button.type = "button";
  button.className = "reveal";
  button.addEventListener("click", () => {
    input.type = input.type === "text" ? "password" : "text";
    say();
  });
  const holder = document.createElement("div");
  holder.className = "secret";
  input.replaceWith(holder);
  holder.append(input, button);
  input.form?.addEventListener("submit", () => {
    input.type = "password";
  });
  say();
}
