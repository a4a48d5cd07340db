module github.com/policymark/policymark

go 1.26

require (
	github.com/hack-pad/safejs v0.1.0
	github.com/piprate/json-gold v0.7.0
	github.com/rivo/uniseg v0.4.7
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	github.com/sergi/go-diff v1.4.0
	github.com/yuin/goldmark v1.8.7
)

require (
	github.com/pquerna/cachecontrol v0.0.0-20180517163645-1555304b9b35 // indirect
	golang.org/x/text v0.14.0 // indirect
)
