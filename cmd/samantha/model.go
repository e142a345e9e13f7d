package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"samantha"
	"samantha/internal/house/outside"
	"samantha/internal/words/model"
	"samantha/internal/words/model/engine"
)

func modelVerb() verb {
	return verb{
		name: "model", args: "[list|use [FILE]|off|test|budget [TOKENS]|catalog|get ID]", says: "the language model she may ask, and large files that can be fetched", most: 2, choose: []string{"list", "use", "off", "test", "budget", "catalog", "get"},
		more: "  list   those found on this machine, and the one she has (so does model alone)\n" +
			"  use    take whichever is found on this machine, or the one that is named:\n" +
			"         --model NAME of those, --url URL of any server, or FILE, a model file (GGUF),\n" +
			"         which her own engine runs\n" +
			"  off    none\n" +
			"\n" +
			"  --key-env VAR names the variable of the environment that has the key; the key itself\n" +
			"  is kept nowhere. --dialect is openai, anthropic or gemini. A model that is not on\n" +
			"  this machine gets what you say, and at night goes over what you told: you are told\n" +
			"  what leaves, and asked; --yes says so at once.\n" +
			"  It is tried before it is taken; if it does not answer, nothing is changed.\n" +
			"\n" + testHelp + "\n" + getHelp,
		flags: []string{"url", "model", "key-env", "dialect", "price", "yes", "from", "mirror", "unverified", "noted"},
		ready: allowModel, run: useModel,
	}
}

// wish is the model that a command line names.
func (c *call) wish() wish {
	return wish{URL: c.url, Model: c.model, Dialect: c.dialect, KeyEnv: c.keyEnv}
}

// allowModel refuses what makes no sense, and asks before anything may leave the machine.
func allowModel(ctx context.Context, c *call) error {
	what := append(c.args, "list")[0]
	switch {
	case what == "get":
		return c.readyGet(ctx)
	case what == "use" && len(c.args) > 1:
		return c.readyFile()
	case what == "budget":
		return c.readyBudget()
	case c.price != "":
		return fmt.Errorf("samantha model %s takes no price: %w", what, samantha.ErrInvalid)
	case len(c.args) > 1:
		return fmt.Errorf("samantha model %s takes nothing behind it: %w", what, samantha.ErrInvalid)
	}
	if named := c.url + c.model + c.dialect + c.keyEnv; what != "use" && named != "" && (what != "test" || named != c.model) {
		return fmt.Errorf("samantha model %s takes no model: %w", what, samantha.ErrInvalid)
	}
	if what != "use" || c.url == "" {
		if c.dialect+c.keyEnv != "" {
			return fmt.Errorf("--dialect and --key-env are of a server; which? --url URL: %w", samantha.ErrInvalid)
		}
		return nil
	}
	w := c.wish()
	if _, err := model.Open(w.endpoint(c.getenv), nil); err != nil {
		return err
	}
	if !w.remote() {
		return nil
	}
	if w.Model == "" {
		return fmt.Errorf("which of its models? --model NAME: %w", samantha.ErrInvalid)
	}
	if c.yes {
		return nil
	}
	return c.askToLeave(ctx, w)
}

// readyFile takes the file that was named, with its whole path: whoever has the house may
// stand in another folder.
func (c *call) readyFile() error {
	if c.url+c.model+c.dialect+c.keyEnv != "" {
		return fmt.Errorf("a file is all that is needed: samantha model use FILE: %w", samantha.ErrInvalid)
	}
	file, err := modelFile(c.args[1])
	if err != nil {
		return err
	}
	e := file.Endpoint(waiting())
	c.url, c.model, c.dialect, c.args = e.URL, e.Model, e.Dialect, c.args[:1]
	c.flags = append(c.flags, "--url="+c.url, "--model="+c.model, "--dialect="+c.dialect)
	return nil
}

// leaving is what leaves the machine if a remote model is used.
func leaving(w wish) string {
	host, open := model.Host(w.URL), ""
	if w.unencrypted() {
		open = "\nIt goes without encryption: whoever is on the way can read it, too."
	}
	return "With this model, what you say to her goes to " + host + ", and with it what she would say\n" +
		"from: who she is, what was said lately, and memories, facts and feelings that fit.\n" +
		"At night she has it go over what you told her, her dreams and the chapters she tells.\n" +
		"Whoever runs it can read that. samantha left lists every time something went, and\n" +
		"samantha model off ends it." + open
}

// askToLeave asks at a terminal, and refuses where there is none.
func (c *call) askToLeave(ctx context.Context, w wish) error {
	if !isTerminal(c.in) {
		return fmt.Errorf("%s is not on this machine; say --yes if what you say to her may go there: %w", model.Host(w.URL), samantha.ErrInvalid)
	}
	fmt.Fprintf(c.out, "%s\nUse it? [y/N] ", leaving(w))
	answer, err := typedIn(ctx, func() (string, error) { return bufio.NewReader(c.in).ReadString('\n') })
	if err != nil && err != io.EOF {
		return err
	}
	if answer = strings.ToLower(strings.TrimSpace(answer)); answer != "y" && answer != "yes" {
		return errors.New("nothing was changed")
	}
	c.yes, c.flags = true, append(c.flags, "--yes")
	return nil
}

func useModel(ctx context.Context, c *call, a *app) error {
	switch append(c.args, "list")[0] {
	case "get":
		return c.note(ctx, a)
	case "catalog":
		return c.showCatalog()
	}
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	var s model.State
	switch append(c.args, "list")[0] {
	case "list":
		return listModels(ctx, c, r)
	case "test":
		return r.examine(ctx, c, a)
	case "budget":
		return r.budget(ctx, c)
	case "off":
		s, err = model.State{Err: errOff}, errors.Join(
			r.mind.Choose(ctx, samantha.ChoiceRemoteModel, samantha.ChoiceNo),
			r.mind.Choose(ctx, samantha.ChoiceNightModel, samantha.ChoiceNo),
			r.mind.Choose(ctx, samantha.ChoiceModel, samantha.ModelOff))
	default:
		s, err = r.choose(ctx, c)
	}
	if err != nil {
		return err
	}
	return r.taken(ctx, c, s)
}

// choose tries the model that was named and keeps the choice if it answers.
func (r *resident) choose(ctx context.Context, c *call) (model.State, error) {
	w := c.wish()
	if w.KeyEnv != "" && r.lookout.getenv(w.KeyEnv) == "" {
		return model.State{}, fmt.Errorf("the variable %s is not set where she is awake: %w", w.KeyEnv, samantha.ErrInvalid)
	}
	if w.remote() {
		return r.chooseAway(ctx, w)
	}
	f := r.lookout.finder(ctx, r.mind, w)
	if w.URL == "" && w.Model != "" {
		x, err := named(f.Look(ctx), w.Model)
		if err != nil {
			return model.State{}, err
		}
		w.URL, w.Dialect, f.Only = x.Endpoint.URL, x.Endpoint.Dialect, &x.Endpoint
	}
	found, err := f.Take(ctx)
	switch {
	case err == nil:
	case w == wish{} && errors.Is(err, model.ErrUnreachable): // none yet: the first that comes is taken
		return model.State{Err: err}, r.keep(ctx, w)
	default:
		return model.State{}, fmt.Errorf("nothing was changed: %w", err)
	}
	if w.URL != "" {
		w.Model = found.Name
	}
	return model.State{Found: &found}, r.keep(ctx, w)
}

// named is the model of a name among those that were found.
func named(found []model.Found, name string) (model.Found, error) {
	for _, x := range found {
		if strings.EqualFold(x.Name, name) || strings.EqualFold(strings.TrimSuffix(x.Name, ":latest"), name) {
			return x, nil
		}
	}
	return model.Found{}, fmt.Errorf("no model on this machine is called %q; samantha model lists them: %w", name, samantha.ErrNotFound)
}

// chooseAway lets words go to a remote model, tries it, and takes that back if it does
// not answer. That they may go is in the log before any do.
func (r *resident) chooseAway(ctx context.Context, w wish) (model.State, error) {
	door, err := outside.Away(w.URL)
	if err != nil {
		return model.State{}, err
	}
	before, err := r.lookout.wished(ctx, r.mind)
	if err != nil {
		return model.State{}, err
	}
	if err := r.mind.Choose(ctx, samantha.ChoiceRemoteModel, door.Host()); err != nil {
		return model.State{}, err
	}
	w.allowed = door.Host()
	t, err := newToll(w, samantha.WhyTry)
	if err != nil {
		return model.State{}, err
	}
	f := model.Finder{HTTP: t.client(), Patience: waiting()}
	e := w.endpoint(r.lookout.getenv)
	err = errors.Join(f.Try(ctx, e), t.note(ctx, r.mind))
	if err != nil {
		back := r.mind.Choose(context.WithoutCancel(ctx), samantha.ChoiceRemoteModel, cmp.Or(before.allowed, samantha.ChoiceNo))
		return model.State{}, errors.Join(fmt.Errorf("nothing was changed: %w", err), back)
	}
	if err := r.mind.Choose(ctx, samantha.ChoiceNightModel, door.Host()); err != nil {
		return model.State{}, err
	}
	found := model.Found{Info: model.Info{Name: w.Model, Server: door.Host()}, Endpoint: e, Why: model.Chosen}
	return model.State{Found: &found}, r.keep(ctx, w)
}

// keep makes the choice hold.
func (r *resident) keep(ctx context.Context, w wish) error {
	if !w.remote() {
		err := errors.Join(
			r.mind.Choose(ctx, samantha.ChoiceRemoteModel, samantha.ChoiceNo),
			r.mind.Choose(ctx, samantha.ChoiceNightModel, samantha.ChoiceNo))
		if err != nil {
			return err
		}
	}
	value := samantha.ModelHere
	if w.URL != "" {
		text, err := json.Marshal(w)
		if err != nil {
			return err
		}
		value = string(text)
	}
	return r.mind.Choose(ctx, samantha.ChoiceModel, value)
}

// taken has the choice take effect and tells of it.
func (r *resident) taken(ctx context.Context, c *call, s model.State) error {
	r.lookout.changed()
	if err := r.mind.Lend(ctx, lent(s)); err != nil {
		return err
	}
	doc, err := r.aboutModel(ctx, s)
	if err != nil {
		return err
	}
	return c.print(doc, func(out io.Writer) { fmt.Fprintln(out, "model", doc) })
}

// modelDoc is what there is to say of the model she has.
type modelDoc struct {
	Name   string `json:"name,omitempty"`
	Server string `json:"server,omitempty"`
	Remote bool   `json:"remote,omitempty"`
	Why    string `json:"why"` // why this one, or why none
	// Exam is how it did when it was examined, and Budget what it may take in a day, if it
	// is not on this machine.
	Exam   string     `json:"exam,omitempty"`
	Budget *budgetDoc `json:"budget,omitempty"`
}

// aboutModel adds to it what the record has.
func (r *resident) aboutModel(ctx context.Context, s model.State) (modelDoc, error) {
	doc := aboutModel(s)
	now, err := r.mind.Models(ctx)
	if err != nil {
		return doc, err
	}
	doc.Exam = scoreOf(now, doc.Name)
	if doc.Remote || now.Budget.Tokens > 0 {
		b := aboutBudget(now)
		doc.Budget = &b
	}
	return doc, nil
}

func aboutModel(s model.State) modelDoc {
	if s.Found == nil {
		return modelDoc{Why: whyNone(s.Err)}
	}
	n := lent(s)
	return modelDoc{Name: n.Model, Server: n.Server, Remote: n.Remote, Why: because(s.Found.Why)}
}

// String is it in a sentence.
func (d modelDoc) String() string {
	said := fmt.Sprintf("%s of %s: %s", d.Name, d.Server, d.Why)
	switch {
	case d.Name == "":
		said = "none: " + d.Why
	case d.Remote:
		said = fmt.Sprintf("%s at %s: %s. It is not on this machine; what left is in samantha left", d.Name, d.Server, d.Why)
	}
	switch {
	case d.Exam != "":
		said += "\nexamined: " + d.Exam
	case d.Name != "":
		said += "\nnot examined yet: samantha model test"
	}
	if d.Budget != nil {
		said += "\nbudget " + d.Budget.String()
	}
	return said
}

// because is why one of several models was taken, as a sentence goes on.
func because(why model.Why) string {
	return map[model.Why]string{
		model.Chosen:     "you chose it",
		model.OnlyOne:    "it is the only one on this machine",
		model.Remembered: "she had it before",
		model.InMemory:   "it is loaded already",
		model.UsesTools:  "it can use tools",
		model.Fits:       "others are too large for this machine",
		model.Largest:    "it is the largest that fits this machine",
		model.Smallest:   "it is the smallest",
	}[why]
}

// whyNone is why there is no model.
func whyNone(err error) string {
	if errors.Is(err, model.ErrUnreachable) && !errors.Is(err, engine.ErrGone) {
		return "no model answers on this machine"
	}
	return plainly(err)
}

// modelState is the model she has: by who looks while she is awake, else as it seems
// now, with nobody made to say anything.
func (r *resident) modelState(ctx context.Context) (model.State, error) {
	if s, known := r.lookout.state(); known {
		return s, nil
	}
	w, err := r.lookout.wished(ctx, r.mind)
	switch {
	case err != nil:
		return model.State{}, err
	case w.off:
		return model.State{Err: errOff}, nil
	case w.URL == "":
		f := r.lookout.finder(ctx, r.mind, w)
		found := f.Usable(f.Look(ctx))
		if len(found) == 0 {
			return model.State{Err: model.ErrUnreachable}, nil
		}
		return model.State{Found: &found[0]}, nil
	case w.remote():
		if _, err := newToll(w, samantha.WhyAnswer); err != nil {
			return model.State{Err: err}, nil
		}
	}
	e := w.endpoint(r.lookout.getenv)
	x := model.Found{Info: model.Info{Name: cmp.Or(w.Model, "the first model"), Server: model.ServerOf(e)}, Endpoint: e, Why: model.Chosen}
	if !w.remote() && !r.lookout.finder(ctx, r.mind, w).There(ctx, x) {
		if e.Dialect == model.Engine {
			return model.State{Err: errFileGone}, nil
		}
		return model.State{Err: model.ErrUnreachable}, nil
	}
	return model.State{Found: &x}, nil
}
