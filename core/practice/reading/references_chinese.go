package reading

func (chinese) headNoun(name string) string { return name }
