// gqlparser as a peer: WORKLOAD DOCUMENTS.json SCHEMA.graphql OBJECTS SECONDS RUNS; prints how many
// documents a second it does, a run a line. It parses and validates; it does not execute.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strconv"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

func read(path string) []byte {
	bytes, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	return bytes
}

func number(text string) float64 {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func main() {
	var documents []string
	if err := json.Unmarshal(read(os.Args[2]), &documents); err != nil {
		log.Fatal(err)
	}
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: string(read(os.Args[3]))})
	seconds, runs := number(os.Args[5]), int(number(os.Args[6]))
	work := func(text string) {
		if os.Args[1] == "parse" {
			if _, err := parser.ParseQuery(&ast.Source{Input: text}); err != nil {
				log.Fatal(err)
			}
		} else if _, err := gqlparser.LoadQuery(schema, text); err != nil {
			log.Fatal(err)
		}
	}
	next := 0
	rate := func() float64 {
		begin := time.Now()
		for done := 1; ; done++ {
			work(documents[next%len(documents)])
			next++
			if elapsed := time.Since(begin).Seconds(); elapsed >= seconds {
				return float64(done) / elapsed
			}
		}
	}
	rate()
	for run := 0; run < runs; run++ {
		fmt.Println(rate())
	}
}
