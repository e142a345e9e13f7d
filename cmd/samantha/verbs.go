package main

// verbs are all the program can be asked to do, in the order of the help.
func verbs() []verb {
	return []verb{
		talkVerb(), sayVerb(),
		whyVerb(), memoriesVerb(), factsVerb(), correctVerb(), forgetVerb(),
		exportVerb(), importVerb(), passphraseVerb(), verifyVerb(), doctorVerb(),
		benchVerb(), helpVerb(), versionVerb(),
	}
}
