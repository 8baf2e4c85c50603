/** Words of the model that the server sends as names without labels. */
export const vocabulary = {
  trust: { untrusted: "Untrusted", partner: "Partner", internal: "Internal", restricted: "Restricted" } as Record<
    string,
    string
  >,
  stages: {
    design: "Design",
    data: "Data",
    training: "Training",
    evaluation: "Evaluation",
    deployment: "Deployment",
    operation: "Operation",
    maintenance: "Maintenance",
  } as Record<string, string>,
  origins: {
    external_attacker: "External attacker",
    malicious_user: "Malicious user",
    insider: "Insider",
    third_party_content: "Third-party content",
    supply_chain: "Supply chain",
    human: "Human slip",
    technical: "Technical failure",
    statistical: "Statistics of the model",
    emergent: "Emergent behaviour",
    socio_technical: "People and organisation",
    environmental: "Environment",
  } as Record<string, string>,
  originsOf: {
    adversarial: ["external_attacker", "malicious_user", "insider", "third_party_content", "supply_chain"],
    unintended: ["human", "technical", "statistical", "emergent", "socio_technical", "environmental"],
  },
  groups: {
    model: "Models",
    runtime: "Runtime",
    agentic: "Agents and their tools",
    data: "Data",
    supply: "Build and supply",
    physical: "Physical",
    people: "People",
    classic: "Ordinary parts",
  } as Record<string, string>,
};
