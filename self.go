package samantha

// Naming is the choice of her name: the rule's winner and the runners-up. The
// name is hers and outlives the words it was chosen by.
type Naming struct {
	Name      string   `json:"name"`
	RunnersUp []string `json:"runners_up"`
	By        ID       `json:"by,omitempty"` // the odd word of the person's that weighed most
}
