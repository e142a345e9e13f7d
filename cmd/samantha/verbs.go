package main

// verbs are all the program can be asked to do, in the order of the help.
func verbs() []verb {
	return []verb{
		startVerb(), talkVerb(), sayVerb(),
		whyVerb(), memoriesVerb(), factsVerb(), threadsVerb(), errandsVerb(), peopleVerb(), feelingsVerb(), bondVerb(), selfVerb(), encountersVerb(), storyVerb(), dreamsVerb(), lettersVerb(), shelfVerb(), leftVerb(),
		nightVerb(), hourVerb(),
		correctVerb(), forgetVerb(), avoidVerb(), pauseVerb(), resumeVerb(), bringVerb(),
		exportVerb(), importVerb(), passphraseVerb(), devicesVerb(), verifyVerb(), doctorVerb(), serviceVerb(),
		modelVerb(), newbornVerb(), demoVerb(), benchVerb(), completionVerb(), manVerb(), helpVerb(), versionVerb(),
	}
}
