package samantha

// Naming is the choice of her name: the rule's winner, the runners-up, and why.
type Naming struct {
	Name      string   `json:"name"`
	RunnersUp []string `json:"runners_up"`
	Because   string   `json:"because"` // the person's word the rule weighed most
}
