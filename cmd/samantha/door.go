package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/face/web"
	"samantha/internal/house"
)

// door is where pages and other processes reach her while she is awake.
type door struct {
	*serve.Server
	house *house.House
}

// door opens it, and tells the other processes where it is.
func (a *app) door(c *call) (*door, error) {
	token := rand.Text()
	server, err := serve.Listen(serve.Options{
		Her: a, Devices: devices{a.house.Devices()}, Files: web.Files(), Clock: a.clock(),
		House: a.house.Tag(), Token: token, Address: c.listen, Fetch: a.fetchIn(c.home), Use: a.useIn(c.home), Examine: a.examineIn(c.home),
	})
	if err != nil {
		return nil, fmt.Errorf("listen on loopback: %w", err)
	}
	d := &door{server, a.house}
	if err := a.house.Announce(house.Run{PID: os.Getpid(), Address: server.Address(), Token: token}); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

// Close shuts it. Nothing that came in by it is under way afterwards.
func (d *door) Close() error { return errors.Join(d.house.Withdraw(), d.Server.Close()) }

// devices are the house's, as the server knows them.
type devices struct{ *house.Devices }

// Add lets one in.
func (d devices) Add(person, label string, at time.Time) (string, error) {
	return d.Devices.Add(person, label, at)
}

// Person is whose device has the token.
func (d devices) Person(token string) (string, bool) {
	known, ok := d.Find(token)
	return known.Person, ok
}

// Of are the devices of whoever's device has the token, the newest first.
func (d devices) Of(token string) []serve.Device {
	here, ok := d.Find(token)
	if !ok {
		return nil
	}
	list := d.ofPerson(here.Person)
	for i := range list {
		list[i].Here = list[i].ID == here.ID
	}
	return list
}

// ofPerson are a person's, the newest first.
func (d devices) ofPerson(person string) []serve.Device {
	var list []serve.Device
	for _, k := range slices.Backward(d.List()) {
		if k.Person == person {
			list = append(list, serve.Device{ID: k.ID, Label: k.Label, Since: k.Since, Seen: k.Seen})
		}
	}
	return list
}

// LetGo shuts out one of the devices of whoever's device has the token.
func (d devices) LetGo(token, id string) error {
	here, _ := d.Find(token)
	return d.letGoOf(here.Person, id)
}

// letGoOf shuts out one of a person's.
func (d devices) letGoOf(person, id string) error {
	if !slices.ContainsFunc(d.ofPerson(person), func(k serve.Device) bool { return k.ID == id }) {
		return fmt.Errorf("there is no device %q: %w", id, samantha.ErrNotFound)
	}
	return d.Remove(id)
}
